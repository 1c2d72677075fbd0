/** The pages of registers, of which the demonstration has two. */
export const registerDesks = [
  { name: 'registers of the office', path: '/monitoring/registers', role: 'assessmentOffice' },
  { name: 'registers of a unit', path: '/monitoring/registers', role: 'reporter' },
  { name: 'a new register', path: '/monitoring/registers/new', role: 'assessmentOffice' },
  { name: 'counts of a register', path: '/monitoring/registers/DEMO-KEY', role: 'assessmentOffice' },
  { name: 'counts of a unit', path: '/monitoring/registers/DEMO-KEY', role: 'unitReviewer' },
  { name: 'a register to change', path: '/monitoring/registers/DEMO-KEY/edit', role: 'assessmentOffice' },
  { name: 'entries of a register', path: '/monitoring/registers/DEMO-KEY/entries', role: 'assessmentOffice' },
  { name: 'vehicles', path: '/monitoring/registers/DEMO-CARS/entries', role: 'leader' },
  { name: 'a new entry', path: '/monitoring/registers/DEMO-KEY/entries/new', role: 'assessmentOffice' },
  { name: 'an entry', path: '/monitoring/registers/DEMO-KEY/entries/DEMO-0007', role: 'assessmentOffice' },
  { name: 'an entry of the own unit', path: '/monitoring/registers/DEMO-KEY/entries/DEMO-0001', role: 'reporter' },
  { name: 'blind spots', path: '/monitoring/registers/DEMO-KEY/blind', role: 'assessmentOffice' },
  { name: 'counts beside figures', path: '/monitoring/registers/DEMO-KEY/figures', role: 'assessmentOffice' },
  { name: 'counts beside figures as an auditor', path: '/monitoring/registers/DEMO-KEY/figures', role: 'auditor' },
  { name: 'a sheet of a register', path: '/monitoring/registers/DEMO-KEY/import', role: 'assessmentOffice' },
] as const;

/** The pages of documents, of which the demonstration has an issued one and a draft. */
export const bulletinDesks = [
  { name: 'documents of the office', path: '/publishing/bulletins', role: 'assessmentOffice' },
  { name: 'documents of a unit', path: '/publishing/bulletins', role: 'reporter' },
  { name: 'a new document', path: '/publishing/bulletins/new', role: 'assessmentOffice' },
  {
    name: 'a new document on a report',
    path: '/publishing/bulletins/new?kind=monitoring',
    role: 'assessmentOffice',
  },
  { name: 'a new letter about a score', path: '/publishing/bulletins/new?kind=score', role: 'assessmentOffice' },
  {
    name: 'a new list of responsibilities',
    path: '/publishing/bulletins/new?kind=responsibilities',
    role: 'assessmentOffice',
  },
  { name: 'a drafted document', path: '/publishing/bulletins/DRAFTDOC', role: 'assessmentOffice' },
  { name: 'an issued document', path: '/publishing/bulletins/ISSUEDDOC', role: 'unitReviewer' },
] as const;

/** The pages of boards, of which the demonstration has a published one of the office. */
export const boardDesks = [
  { name: 'boards of a leader', path: '/dashboards/boards', role: 'leader' },
  { name: 'a published board', path: '/dashboards/boards/SHOWNBOARD', role: 'reporter' },
  { name: 'a published board as the office', path: '/dashboards/boards/SHOWNBOARD', role: 'assessmentOffice' },
  { name: 'a new board', path: '/dashboards/boards/new', role: 'leader' },
  { name: 'displays of the office', path: '/dashboards/displays', role: 'assessmentOffice' },
  { name: 'displays as an auditor', path: '/dashboards/displays', role: 'auditor' },
  {
    name: 'a card to put on a board',
    path: '/dashboards/boards/put?kind=bars&indicator=DEMO_OUT&group=DEMO_COUNTIES',
    role: 'unitReviewer',
  },
] as const;
