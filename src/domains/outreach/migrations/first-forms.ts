/** The three forms as they are at first. The page that mooc grew from names no audiences; these are ours, to be edited. */

const asked = (name: string, label: string, why: string, isRequired = false, isAsked = true) => ({
  name,
  label,
  why,
  isAsked,
  isRequired,
});

const name = asked('name', 'Your name', 'So that we know whom to write to. Operators of this site see it.', true);
const email = (label: string) =>
  asked('email', label, 'To confirm this form and to answer it. Operators see it; it is given to nobody.', true);
const timing = asked('timing', 'When you would like to begin', 'So that we can plan with you.');

export const firstForms = [
  {
    key: 'institutions',
    host_kind: 'university',
    audience: 'Universities and institutions',
    lead: 'For universities, colleges, schools, museums and libraries that want to offer courses under their own name.',
    fields: [
      name,
      email('Work e-mail'),
      asked('organisation', 'Institution', 'The courses would stand under this name.', true),
      asked('role', 'Your role there', 'So that we know what you can decide, and whom else to ask.'),
      asked('country', 'Country', 'Language, law and hours differ by country.'),
      asked('teaches', 'What you teach', 'To tell you what the site can do for your subjects.'),
      asked('learners', 'To how many', 'A rough number is enough: it tells us how large your courses will be.'),
      asked('plans', 'How does mooc fit into your plans?', 'This is what we most want to understand.', true),
      timing,
    ],
  },
  {
    key: 'businesses',
    host_kind: 'business',
    audience: 'Businesses and governments',
    lead: 'For companies, ministries, cities and agencies that train their people or the public.',
    fields: [
      name,
      email('Work e-mail'),
      asked('organisation', 'Organisation', 'The courses would stand under this name.', true),
      asked('role', 'Your role there', 'So that we know what you can decide, and whom else to ask.'),
      asked('country', 'Country', 'Language, law and hours differ by country.'),
      asked('teaches', 'What you would teach', 'To tell you what the site can do for it.'),
      asked('learners', 'To how many people', 'A rough number is enough: it tells us how large your courses will be.'),
      asked('plans', 'How does mooc fit into your plans?', 'This is what we most want to understand.', true),
      timing,
    ],
  },
  {
    key: 'teachers',
    host_kind: 'teacher',
    audience: 'Teachers',
    lead: 'For those who teach in their own name, in a classroom or out of it.',
    fields: [
      name,
      email('E-mail'),
      asked('organisation', 'Where you teach', 'Only if you want to say; you would host in your own name.'),
      asked('role', 'Your role there', 'So that we know what you can decide.', false, false),
      asked('country', 'Country', 'Language, law and hours differ by country.'),
      asked('teaches', 'What you teach', 'To tell you what the site can do for your subject.', true),
      asked('learners', 'To how many', 'A rough number is enough: it tells us how large your course will be.'),
      asked('plans', 'How does mooc fit into your plans?', 'This is what we most want to understand.', true),
      timing,
    ],
  },
];

export const firstTemplates = [
  {
    name: 'Thank you, we will be in touch',
    subject: 'Your plans for {organisation}',
    body: 'Dear {name},\n\nthank you for telling us about your plans. We have read them and will write again soon.\n\nWith kind regards\n',
  },
  {
    name: 'A question first',
    subject: 'A question about your plans',
    body: 'Dear {name},\n\nthank you for your form. Before we can say more we would like to know:\n\n\n\nYou can simply answer this mail.\n\nWith kind regards\n',
  },
];
