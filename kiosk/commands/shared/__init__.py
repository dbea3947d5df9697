"""What commands share: options and arguments, loading a place, stopping with a sentence."""
