"""A small hub and every file of its site: what a change of the program changes for the reader is seen in its diff."""
