"""What the acceptance tests stand on: the server as a process, a site that counts, readers of the record."""
