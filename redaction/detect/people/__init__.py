"""The case's own people: the forms of their names, and where a text uses one."""
