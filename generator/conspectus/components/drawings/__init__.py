"""Pictures drawn at build time, as numbers that a template makes SVG of: bars over time, the map of topics, a flow."""
