"""Preferred values of resistors: whether a value is one of a standard series, in whatever power of ten."""

from decimal import Decimal

E6 = [10, 15, 22, 33, 47, 68]
E12 = [10, 12, 15, 18, 22, 27, 33, 39, 47, 56, 68, 82]
E24 = [10, 11, 12, 13, 15, 16, 18, 20, 22, 24, 27, 30, 33, 36, 39, 43, 47, 51, 56, 62, 68, 75, 82, 91]
E48 = [round(100 * 10 ** (i / 48)) for i in range(48)]
E96 = [round(100 * 10 ** (i / 96)) for i in range(96)]
E192 = [round(100 * 10 ** (i / 192)) if i != 185 else 920 for i in range(192)]


def iseia(value, valid_types=(E6, E12, E24)):
    shown = Decimal(repr(value)).normalize().as_tuple().digits
    digits = int("".join(map(str, shown)))
    return any(digits * 10**power in series for series in valid_types for power in range(3))
