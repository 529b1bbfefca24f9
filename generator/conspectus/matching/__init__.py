"""The match language: words and patterns of a rule, and the papers that they are found in."""
