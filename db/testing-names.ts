/** The environment variable by which test files find the test server. */
export const serverVariable = 'BATON_TEST_SERVER';
export const templateName = 'baton_template';
