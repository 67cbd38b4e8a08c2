""" to come """
