"""Grades the first generation of drag and drop: `draganddrop.grade(submission[0], correct_answer)`.

The answer is JSON: a list of `{draggable: target}`, where a target is a name, a point `[x, y]`, or, for one draggable
dropped on another, `{draggable: {name: ...}}`; older pages wrap the list as `{"draggables": [...]}`.
The correct answer is a list of groups `{'draggables': [...], 'targets': [...], 'rule': ...}` or the short form
`{draggable: target}`. Rules: `exact` (in the written order), `anyof` (each in one of the targets), `unordered_equal`
(the same targets in any order); with `+number` each draggable must be used as often as it is listed.
"""

import json

RADIUS_PIXELS = 10


def grade(user_input, correct_answer):
    placed = _placements(user_input)
    groups = _groups(correct_answer)
    listed = {name for group in groups for name in group["draggables"]}
    if any(name not in listed for name, _ in placed):
        return False
    return all(_group_is_right(group, placed) for group in groups)


def _placements(user_input):
    answer = json.loads(user_input)
    drops = answer["draggables"] if isinstance(answer, dict) else answer
    return [(name, _target(target)) for drop in drops for name, target in drop.items()]


def _target(target):
    """A draggable on another is written `name[place][...]`."""
    if not isinstance(target, dict):
        return target
    ((name, inner),) = target.items()
    flat, inner = name, _target(inner)
    return f"{flat}{''.join(f'[{part}]' for part in str(inner).replace(']', '').split('['))}"


def _groups(correct_answer):
    if isinstance(correct_answer, dict):
        pairs = correct_answer.items()
        return [{"draggables": [name], "targets": [target], "rule": "exact"} for name, target in pairs]
    return correct_answer


def _group_is_right(group, placed):
    rule, _, number = group["rule"].partition("+")
    names, targets = group["draggables"], group["targets"]
    mine = [(name, target) for name, target in placed if name in names]
    used = [name for name, _ in mine]
    if (sorted(used) != sorted(names)) if number else (set(used) != set(names)):
        return False
    if rule == "exact":
        return len(names) == len(targets) and all(
            _is_at(dropped, target) for name, target in zip(names, targets) for used, dropped in mine if used == name
        )
    if rule == "anyof":
        return all(any(_is_at(dropped, target) for target in targets) for _, dropped in mine)
    if rule == "unordered_equal":
        return _same_targets([dropped for _, dropped in mine], list(targets))
    raise ValueError(f"There is no rule {group['rule']!r}: write exact, anyof or unordered_equal, or one with +number.")


def _same_targets(dropped, targets):
    if len(dropped) != len(targets):
        return False
    for place in dropped:
        found = next((target for target in targets if _is_at(place, target)), None)
        if found is None:
            return False
        targets.remove(found)
    return True


def _is_at(dropped, target):
    if isinstance(target, str) or isinstance(dropped, str):
        return dropped == target
    point, radius = target if isinstance(target[0], (list, tuple)) else (target, RADIUS_PIXELS)
    return (dropped[0] - point[0]) ** 2 + (dropped[1] - point[1]) ** 2 <= radius**2
