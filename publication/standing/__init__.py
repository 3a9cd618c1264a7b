"""Documents that stay on the site without an end: learning briefs and leaflets."""
