/** The policy of files that are downloaded, uploaded ones among them: nothing in them runs or loads, should one be opened. */
export const downloadPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";
