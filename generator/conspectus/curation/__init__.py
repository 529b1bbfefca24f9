"""What a curator asks for, worked out as edits of YAML files.

placing       papers into categories and out of them, and summaries
renaming      other ids for papers and categories
relocating    categories elsewhere in the tree
categories, records, tree_moves    the edits of single files that those are made of
"""
