/** Letters that a privacy desk writes again and again. */
export const privacyTemplates = [
  {
    name: 'We have your request',
    subject: 'We have your request',
    body: 'Dear {name},\n\nthank you for writing to us about your data. We have your request and answer it by {day}.\n\nIf you have something to add, reply to this letter.\n\nWith kind regards',
  },
  {
    name: 'We need to know more',
    subject: 'A question about your request',
    body: 'Dear {name},\n\nto answer you well we need to know a little more:\n\n\n\nPlease reply to this letter.\n\nWith kind regards',
  },
  {
    name: 'Corrected',
    subject: 'Your data are corrected',
    body: 'Dear {name},\n\nwe corrected what you pointed out. You can see it in your account. Whoever received the wrong data from us was told.\n\nWith kind regards',
  },
  {
    name: 'Your objection',
    subject: 'Your objection',
    body: 'Dear {name},\n\nfrom today on your data are no longer used for what you objected to. You can see and change this in your account.\n\nWith kind regards',
  },
  {
    name: 'We can not do this',
    subject: 'Your request',
    body: 'Dear {name},\n\nwe looked at your request, and we can not do what you asked, because\n\n\n\nYou can complain to the authority that protects data where you live, and you can go to court.\n\nWith kind regards',
  },
] as const;
