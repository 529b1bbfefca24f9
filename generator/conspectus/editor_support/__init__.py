"""What an editor is told of the YAML under `content/`: JSON Schemas, with the help that stands in them."""
