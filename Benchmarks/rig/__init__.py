"""What the benchmarks stand on: Martlet as a process, the bare browser beside it, clients, a site, and figures."""
