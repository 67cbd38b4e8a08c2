"""Shapes of molecules (VSEPR): what was drawn against what is right. Both name a geometry and the atoms at its places."""

import json


def vsepr_parse_user_answer(user_input):
    return json.loads(user_input)


def vsepr_build_correct_answer(geometry, atoms):
    return {"geometry": geometry, "atoms": atoms}


def _kinds(atoms, convert_to_peripheral):
    """Atoms by the letter of their places (c central, a axial, e equatorial, p peripheral), each sorted."""
    kinds = {}
    for place, atom in atoms.items():
        kind = place[0]
        if convert_to_peripheral and kind in "ae":
            kind = "p"
        kinds.setdefault(kind, []).append(atom)
    return {kind: sorted(names) for kind, names in kinds.items()}


def vsepr_grade(user_input, correct_answer, convert_to_peripheral=False):
    """Right with the same geometry and the same atoms at places of each kind, in any order."""
    if user_input["geometry"] != correct_answer["geometry"]:
        return False
    mine = _kinds(user_input["atoms"], convert_to_peripheral)
    return mine == _kinds(correct_answer["atoms"], convert_to_peripheral)
