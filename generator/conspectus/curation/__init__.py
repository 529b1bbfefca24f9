"""What a curator asks for, worked out as edits of YAML files: places, new ids, categories elsewhere in the tree."""
