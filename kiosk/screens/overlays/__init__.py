"""What lies over a screen: comforts, the idle prompt, the staff panel, the keyboard's ring."""
