"""The small name model that ships with the project: what it was trained on, how, and its weights."""
