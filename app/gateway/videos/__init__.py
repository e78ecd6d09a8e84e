"""Videos, which take minutes: jobs that ask the upstream until they are done."""
