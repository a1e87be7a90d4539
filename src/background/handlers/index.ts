import { state as agreementStates, note as noteAgreement } from './agreements.ts';
import { clear, overview as dataOverview, part as dataPart, sync as dataSync, merged, mergePart } from './backup.ts';
import { review as cancellationReview } from './cancellation-review.ts';
import { charge } from './cancellations.ts';
import { lastRecalculated, noteRecalculated, noteUnderstood } from './carts.ts';
import { noteSeen as noteCartSeen, noteCheckout, wasSeen } from './checked-out.ts';
import { review } from './conversion-review.ts';
import { glance } from './customer-glances.ts';
import {
  facts as customerFacts,
  known as customersKnown,
  remembered as customersRemembered,
  seen as customersSeen,
} from './customers.ts';
import { judge } from './devices.ts';
import {
  drop as dropDiscount,
  forget as forgetDiscount,
  learned,
  observe as observeDiscount,
  put as putDiscount,
  remember as rememberDiscount,
  stated as statedDiscounts,
} from './discounts.ts';
import type { Handlers } from './handler.ts';
import { history, remove as removeRun, restore as restoreRun } from './history.ts';
import { remembered as invoicesRemembered, seen as invoicesSeen } from './invoices.ts';
import { judge as judgeLicences } from './licences.ts';
import { recent } from './log.ts';
import { forget, list as listMappings } from './mappings.ts';
import { advise } from './order-advice.ts';
import { calendar } from './order-calendar.ts';
import { ids as orderIds, some as someOrders } from './order-export.ts';
import { more, overview, questions } from './order-overview.ts';
import { remove as removeOrder, restore as restoreOrder } from './order-removal.ts';
import { get as getOrder, customers as orderCustomers, search } from './order-search.ts';
import { join, part as partOrders } from './order-twins.ts';
import { answered, asked } from './orders.ts';
import { refresh } from './orders-refresh.ts';
import { seen as ordersSeen } from './orders-seen.ts';
import { assess } from './overdue.ts';
import { day as overviewDay, month as overviewMonth } from './overview-calendar.ts';
import { figures as overviewFigures } from './overview-figures.ts';
import { seen as pbxesSeen, remembered } from './pbxes.ts';
import { begin, finish, part } from './price-list-import.ts';
import { activate, list as listPriceLists, remove, restore as restoreList } from './price-lists.ts';
import { judge as judgeProducts } from './products.ts';
import { importAll, list as listProfiles, remove as removeProfile, save as saveProfile } from './profiles.ts';
import { compute } from './quote.ts';
import { open as openQuote, read as readQuote } from './quote-drafts.ts';
import { plan as planReplacement } from './replacements.ts';
import { plan, resume } from './run-plan.ts';
import { abandon, advance, interrupt, list, observe, rewind } from './runs.ts';
import { list as listCarts, remove as removeCart, rename as renameCart, save as saveCarts } from './saved-carts.ts';
import { getSettings, setSettings } from './settings.ts';
import { forget as forgetWord, list as listWords, set as setWord } from './state-words.ts';
import { remembered as stockRemembered, seen as stockSeen } from './stock.ts';
import { advise as adviseTransfer } from './transfers.ts';

export const HANDLERS: Handlers = {
  'devices.judge': judge,
  'pbxes.seen': pbxesSeen,
  'pbxes.remembered': remembered,
  'order.advise': advise,
  'cart.recalculated': lastRecalculated,
  'cart.noteRecalculated': noteRecalculated,
  'cart.noteUnderstood': noteUnderstood,
  'cart.noteCheckout': noteCheckout,
  'cart.noteSeen': noteCartSeen,
  'cart.wasSeen': wasSeen,
  'orders.asked': asked,
  'orders.answered': answered,
  'orders.seen': ordersSeen,
  'orders.overview': overview,
  'orders.questions': questions,
  'orders.more': more,
  'orders.search': search,
  'orders.ids': orderIds,
  'orders.some': someOrders,
  'orders.get': getOrder,
  'orders.calendar': calendar,
  'orders.customers': orderCustomers,
  'overview.month': overviewMonth,
  'overview.day': overviewDay,
  'overview.figures': overviewFigures,
  'orders.join': join,
  'orders.part': partOrders,
  'orders.remove': removeOrder,
  'orders.restore': restoreOrder,
  'orders.refresh': refresh,
  'states.list': listWords,
  'states.set': setWord,
  'states.forget': forgetWord,
  'conversion.review': review,
  'runs.plan': plan,
  'runs.resume': resume,
  'runs.advance': advance,
  'runs.rewind': rewind,
  'runs.interrupt': interrupt,
  'runs.abandon': abandon,
  'runs.observe': observe,
  'runs.list': list,
  'runs.history': history,
  'runs.remove': removeRun,
  'runs.restore': restoreRun,
  'transfer.advise': adviseTransfer,
  'overdue.assess': assess,
  'cancellation.charge': charge,
  'cancellation.review': cancellationReview,
  'replacement.plan': planReplacement,
  'agreement.state': agreementStates,
  'agreement.note': noteAgreement,
  'products.judge': judgeProducts,
  'licences.judge': judgeLicences,
  'quote.compute': compute,
  'discount.observe': observeDiscount,
  'discount.put': putDiscount,
  'discount.drop': dropDiscount,
  'discount.stated': statedDiscounts,
  'discount.learned': learned,
  'discount.forget': forgetDiscount,
  'discount.remember': rememberDiscount,
  'priceLists.begin': begin,
  'priceLists.part': part,
  'priceLists.finish': finish,
  'priceLists.list': listPriceLists,
  'priceLists.activate': activate,
  'priceLists.remove': remove,
  'priceLists.restore': restoreList,
  'mappings.list': listMappings,
  'mappings.forget': forget,
  'profiles.list': listProfiles,
  'profiles.save': saveProfile,
  'profiles.import': importAll,
  'profiles.remove': removeProfile,
  'stock.seen': stockSeen,
  'stock.remembered': stockRemembered,
  'invoices.seen': invoicesSeen,
  'invoices.remembered': invoicesRemembered,
  'customers.seen': customersSeen,
  'customers.remembered': customersRemembered,
  'customers.known': customersKnown,
  'customer.facts': customerFacts,
  'customers.glance': glance,
  'quoteDraft.open': openQuote,
  'quoteDraft.read': readQuote,
  'savedCarts.list': listCarts,
  'savedCarts.save': saveCarts,
  'savedCarts.rename': renameCart,
  'savedCarts.remove': removeCart,
  'settings.get': getSettings,
  'settings.set': setSettings,
  'data.overview': dataOverview,
  'data.part': dataPart,
  'data.merge': mergePart,
  'data.merged': merged,
  'data.sync': dataSync,
  'data.clear': clear,
  'log.recent': recent,
};
