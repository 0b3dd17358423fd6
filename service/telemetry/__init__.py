"""What operators are told: the log, the metrics, the traces."""
