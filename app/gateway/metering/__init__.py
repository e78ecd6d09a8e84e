"""What requests cost: credits, budgets and rates, reserved before a request and settled once after it."""
