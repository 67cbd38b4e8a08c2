from loncapa.loncapa_check import deg2rad, lc_choose, lc_random, rad2deg  # noqa
