"""Speed and memory as ratios of two things measured in the same run; ``python -m benchmarks`` prints the
table."""
