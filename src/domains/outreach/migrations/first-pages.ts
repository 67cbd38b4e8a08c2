/** The information pages as they are at first, in our own words; operators edit them. */

const about = `This site is a place where universities, institutions, businesses, governments and teachers build courses and host
them for anyone in the world who wants to learn. It runs on **mooc**, free software that anyone may run.

## Where it comes from

In September 2013 a page went up at mooc.org. It announced a place for those outside the circle of edX's partner
universities: somewhere to make a course and offer it to everyone. It asked visitors how such a place would fit into their plans.
This software takes that page at its word, and begins with [the same question](/build).

## What we hold to

- **Pages are pages.** Reading, answering and enrolling work on any browser, without scripts and on slow lines.
- **A course is yours.** It comes in and goes out in the Open edX format, as often as you like, with nothing lost.
- **The privacy policy is carried out by the software.** Each thing that is stored names the clause that allows it. You can see
  all that is held about you, take it along, and have it erased. Read [the policy](/documents/privacy).
- **No advertising, and nobody looking on.** Nothing is loaded from another company unless you click on it.
`;

const openEdx = `Open edX is free software for online courses. Harvard and MIT began it in 2012 to run edX, and opened its source in 2013.
Since then universities, companies and whole countries have built learning sites on it, and it is looked after today by the
Axim Collaborative and a community of many organisations.

## What it has to do with this site

Courses here are written in its format, the **Open Learning XML**, or OLX. A course is a tree of sections, subsections and units,
and in each unit stand texts, videos and problems. Problems can be of many kinds: choices, numbers, formulas, pictures, and
programs of the author's own.

That means:

- a course exported from an Open edX site can be brought in here;
- a course made here can be taken to any Open edX site;
- what you know of making courses there holds here.

This site does not run the Open edX software. It is written anew, reads the same courses, and is neither run nor endorsed by the
Open edX project. You find the project itself at [openedx.org](https://openedx.org).
`;

const press = `mooc opens its doors to those who teach. Universities, institutions, businesses, governments and single teachers can now say
how they would like to build and host courses, with [one of three short forms](/build).

## What is new

mooc is a site and a piece of free software at once. Anyone can run it, on one machine, with one command. It reads and writes
courses in the Open edX format, so that nobody who comes is kept from leaving.

Its privacy policy is part of the program: a column in the database that no clause allows makes the site refuse to start.

## For editors

You may quote from this page. Questions are answered by the operator of this site, whose address stands in
[the privacy policy](/documents/privacy).
`;

export const firstPages = [
  {
    slug: 'about',
    kind: 'page',
    title: 'About this site',
    summary: 'Who this is for, where it comes from, and what it holds to.',
    body: about,
  },
  {
    slug: 'open-edx',
    kind: 'page',
    title: 'What is Open edX?',
    summary: 'The free software whose courses this site speaks.',
    body: openEdx,
  },
  {
    slug: 'build-and-host-courses',
    kind: 'press',
    title: 'A place for everyone who teaches to build and host courses',
    summary: 'Universities, businesses, governments and teachers can say how mooc fits into their plans.',
    body: press,
  },
];
