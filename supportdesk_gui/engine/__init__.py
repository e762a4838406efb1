"""What answers: requests to Claude, their faults, limits, prices and the ledger."""
