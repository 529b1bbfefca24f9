"""What could be written: places for papers, phrases for categories, and what a rule would take."""
