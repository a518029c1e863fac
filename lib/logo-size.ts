/** How large a logo is shown at most, in CSS pixels; its file is twice that, for sharp screens. */
export const LOGO_SIZE = 96
export const LOGO_FILE_SIZE = 2 * LOGO_SIZE
