"""Reports sent to a service: over the network, or as packages in a folder that is carried there."""
