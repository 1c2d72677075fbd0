import type { Words } from '@/lib/i18n/words';
import type { reporting as shape } from '@/lib/i18n/zh-CN/reporting';

export const reporting: Words<typeof shape> = {
  submissionStates: {
    empty: 'Not started',
    draft: 'Draft',
    submitted: 'Submitted',
    returned: 'Returned',
    approved: 'Approved',
  },
  figureStates: {
    draft: 'Draft',
    submitted: 'Submitted',
    returned: 'Returned',
    approved: 'Approved',
    reopened: 'Reopened',
  },
  timeliness: {
    notOpen: 'Not open yet',
    running: 'Open',
    dueSoon: 'Due soon',
    late: 'Past due, still taken',
    overdue: 'Overdue',
    ended: 'Closed, not submitted',
    inTime: 'In time',
    lateDone: 'Late',
  },
  severities: { mandatory: 'Mandatory', quasiMandatory: 'Quasi-mandatory', query: 'Query', notice: 'Notice' },
  reviewLevels: { unitReviewer: 'Unit review', departmentReviewer: 'Department review' },
  absences: { none: 'Figure', blank: '—', notReported: 'Not reported', notApplicable: 'Not applicable' },
  steps: {
    submitted: 'Submitted',
    withdrawn: 'Withdrawn',
    passed: 'Passed by the unit',
    approved: 'Approved',
    returned: 'Returned',
    verified: 'Approved figure recorded',
    reopenAsked: 'Reopening asked for',
    reopened: 'Reopened',
    reopenRefused: 'Reopening refused',
    extended: 'Deadline extended',
    reminded: 'Reminded',
  },
  demonstration: 'Demonstration data',
};
