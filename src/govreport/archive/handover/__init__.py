"""Hand-over: reports as packages for another archive, in the transfer layout of the archives administration or as BagIt bags, and back."""
