"""Making documents of a case: one, a batch, all that are due; what changed, what was sent."""
