"""A Word file as a package: its parts, its properties, the letterhead, pictures."""
