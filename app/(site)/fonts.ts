import localFont from 'next/font/local'

/**
 * One font family, from npm, served by this site: no request to a third party. Two files, because Czech needs
 * letters that English does not. With `unicode-range`, a browser loads only the file that it needs.
 */

const latin = localFont({
  src: '../../node_modules/@fontsource-variable/schibsted-grotesk/files/schibsted-grotesk-latin-wght-normal.woff2',
  weight: '400 900',
  variable: '--font-latin',
  adjustFontFallback: 'Arial',
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212',
    },
  ],
})

const latinExtended = localFont({
  src: '../../node_modules/@fontsource-variable/schibsted-grotesk/files/schibsted-grotesk-latin-ext-wght-normal.woff2',
  weight: '400 900',
  variable: '--font-latin-ext',
  adjustFontFallback: false,
  declarations: [
    {prop: 'unicode-range', value: 'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1E00-1E9F'},
  ],
})

export const fontVariables = `${latin.variable} ${latinExtended.variable}`
