"""New Jersey's list of eligible training programmes as a hub of its own: real rows, with their real dirt."""
