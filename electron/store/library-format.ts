/** `application_id` of a library file: the bytes "DHLB". */
export const APPLICATION_ID = 0x44484c42;
