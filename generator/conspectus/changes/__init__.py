"""Two states of a survey compared: what an edit, a commit or a pull request did to papers and addresses."""
