/** Verbs that belong to the name of what they measure: 城市照明节电20% tells of 城市照明节电. */
import type {Target} from '../../model/fact.ts'

/** What is saved or let go, and the word that says so: 城市照明节电20%, 为企业减负100亿元. The metric keeps it. */
export const SAVES: Readonly<Record<string, Target['direction']>> = {
  节电: 'decrease',
  节能: 'decrease',
  节水: 'decrease',
  减排: 'decrease',
  减负: 'decrease',
  减税: 'decrease',
  减税降费: 'decrease',
  让利: 'decrease',
  增收: 'increase',
  增产: 'increase',
}
