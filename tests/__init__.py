"""The tests, a package of their own name: a dependency brings a package called tests too."""
