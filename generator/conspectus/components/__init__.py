"""Pieces of pages: values that templates show, and what makes them of the catalog."""
