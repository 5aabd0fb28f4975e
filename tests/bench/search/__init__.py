"""How well, how lightly and how quickly the hub's search finds, beside other search engines of static sites."""
