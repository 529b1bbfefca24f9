"""The values the stages hand to each other: small, frozen, and without knowledge of how they are made."""
