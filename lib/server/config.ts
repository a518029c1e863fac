import {parseEnv} from './env-schema.ts'

/**
 * The configuration of this process, parsed once from its environment.
 * @throws Error when the module is loaded, naming every variable that is missing or wrong.
 */
export const config = parseEnv(process.env)

/**
 * A function, because `next build` sets the variable after it has loaded next.config.js and with it this
 * module.
 */
export const isBuild = () => process.env.NEXT_PHASE === 'phase-production-build'
