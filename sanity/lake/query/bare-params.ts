import type {Json} from '../document.ts'

/** groq-js calls this one method of the parameters. */
const prototype = Object.assign(Object.create(null), {hasOwnProperty: Object.prototype.hasOwnProperty})

/** Parameters with nothing inherited, so that `$constructor` is one that wasn't given, not a function. */
export const bareParams = (params: Json): Json => Object.assign(Object.create(prototype), params)
