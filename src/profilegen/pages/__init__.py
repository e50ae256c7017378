"""Which pages a site has, and the finished view each template gets."""
