/** What the test server and the test files agree on. */
export const serverVariable = 'BATON_TEST_SERVER';
export const templateName = 'baton_template';
