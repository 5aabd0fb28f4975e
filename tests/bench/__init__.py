"""How fast the hub is, as ratios against well-known tools on the same content."""
