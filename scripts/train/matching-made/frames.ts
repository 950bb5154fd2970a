/**
 * Events as several people would tell them, for pairs of statements that are made by program. Written for this project.
 *
 *   = the event, one wording a line       ! what can't be true beside it, wordings of one claim with a stroke between
 *   ~ another fact of the same story      an empty line ends a frame
 *
 * Slots: {person} {other} {country} {state} {place} {town} {firm} {rival} {club} {team} {thing} are invented names; {n} {k} counts, {big}
 * a large count, {sum} {fee} money, {pct} a share, {day} a day gone by, {when} a day or a stretch to come, {teller} a named speaker.
 */
export const FRAMES = `
= {firm} will shut its {town} plant {when}
= {firm}'s factory in {town} is to close {when}
= the {town} works of {firm} closes {when}
= Closure of {firm}'s {town} plant set for {when}
! {firm} will keep its {town} plant open|{firm}'s {town} factory stays open, no closure
! {firm} has not decided whether to shut the {town} plant|No decision yet by {firm} on closing the factory in {town}
~ {firm} employs {n} people at its {town} plant|{n} workers have jobs at {firm} in {town}
~ Unions called a protest against the closure of {firm}'s {town} plant|Protest planned by unions over {firm} shutting its {town} factory

= {firm} bought {rival} for {sum}.
= {rival} was acquired by {firm} in a {sum} deal
= {firm} takes over {rival}, price {sum}
= {firm} has paid {sum} for {rival}
! {rival} bought {firm} for {sum}.|{firm} was taken over by {rival} for {sum}
! {firm} sold {rival} for {sum}.|{firm} got {sum} from the sale of {rival}
! {rival} turned down {firm}'s offer of {sum}.|{firm}'s {sum} bid for {rival} was rebuffed
! {firm} denied that it is buying {rival}.|No takeover of {rival}, says {firm}
~ {firm} has asked regulators to clear its purchase of {rival}.|Regulators must now look at {firm}'s takeover of {rival}
~ {rival} made a loss of {fee} last year.|Last year's loss at {rival} came to {fee}

= {person} was elected mayor of {town} with {pct} of the vote.
= {town} has a new mayor: {person} won {pct}
= {pct} of voters in {town} chose {person} as mayor
= Mayoral race in {town} goes to {person} with {pct}
! {person} lost the mayoral election in {town} with {pct} of the vote.|{pct} was too little: {person} defeated in {town} mayor race
! {other} was elected mayor of {town} with {pct} of the vote.|{other} wins in {town}, is mayor with {pct}
~ Turnout in the {town} election was {pct}.|{pct} of those entitled voted in {town}
~ {person} promised free buses for {town}.|Free bus rides in {town} are what {person} promises

= {person} resigned as head of {firm} {day}.
= {firm}'s chief {person} stepped down {day}
= {person} quit the top job at {firm} {day}
= {day}: {person} is no longer boss of {firm}, has resigned
! {person} remains head of {firm}.|{person} stays on as {firm} boss
! {firm} fired {person} as its head {day}.|{person} was sacked by {firm} {day}
! {person} refused to resign as head of {firm}.|No resignation: {person} won't leave the top post at {firm}
~ {other} will follow {person} at the top of {firm}.|{person}'s successor at {firm} is {other}
~ {person} had led {firm} for {n} years.|{n} years at the head of {firm} lie behind {person}

= The government of {country} will raise the fuel tax by {pct} {when}
= {country}: fuel tax goes up {pct} {when}
= Fuel tax in {country} to be {pct} higher from {when}
= {when} {country}'s fuel tax rises by {pct}
! The government of {country} will cut the fuel tax by {pct} {when}|fuel tax in {country} falls {pct} {when}
! {country} leaves its fuel tax as it is|No increase of the fuel tax in {country}
! The fuel tax in {country} will rise to {pct} {when}|{country} puts the fuel tax at {pct} {when}
~ Hauliers in {country} protested against the higher fuel tax|Truckers took to the streets of {country} over the fuel tax

= At least {n} people died when a bus fell into a ravine near {town} {day}.
= Bus plunges into ravine by {town}, {n} dead
= {n} killed in {town} bus accident {day}
= A bus crash near {town} cost {n} lives {day}
! Nobody died when a bus fell into a ravine near {town} {day}.|Everyone survived the bus crash near {town} {day}
! At least {n} people were hurt but none killed in the bus accident near {town}.|{n} injured, no deaths in {town} bus crash
! {n} people died when a train derailed near {town} {day}.|Train accident by {town} kills {n}
~ The driver of the bus that crashed near {town} was arrested.|Police hold the man who drove the {town} bus
~ The bus that crashed near {town} had failed its inspection.|Inspectors had found faults in the {town} bus

= {club} beat {team} {n}-{k} {day}.
= {team} lost {n}-{k} to {club} {day}
= {n}-{k} win for {club} over {team}
= {club} won against {team} by {n} goals to {k}
! {team} beat {club} {n}-{k} {day}.|{club} lost {n}-{k} to {team}
! {club} drew with {team} {day}.|No winner between {club} and {team}
~ {club}'s {person} was sent off against {team}.|Red card for {person} in {club}'s match with {team}
~ {club} play {team} again next month.|Next month {club} and {team} meet once more

= Defender {person} will join {club} {when}, {teller} reports
= {teller}: {person} moves to {club} {when}
= {person} becomes a {club} player {when}, according to {teller}
= According to {teller}, {club} sign defender {person} {when}
! Defender {person} will not join {club}, {teller} reports|{person} to {club} is off, says {teller}
! Defender {person} leaves {club} {when}, {teller} reports|{person} will depart from {club} {when} says {teller}
~ {club} offered {fee} for {person}, {teller} reports|{teller}: a bid of {fee} by {club} for {person}
~ {person} passed a medical at {club}|The medical of {person} at {club} went fine

= The central bank of {country} cut its key rate to {pct} {day}.
= {country}'s key interest rate lowered to {pct}
= {day} {country}'s central bank brought interest down to {pct}
= Interest rate in {country} now {pct} after a cut
! The central bank of {country} raised its key rate to {pct} {day}.|{country} hikes interest to {pct}
! The central bank of {country} held its key rate at {pct} {day}.|No change: {country}'s interest rate stays at {pct}
! The central bank of {country} cut its key rate by {pct} {day}.|{country}'s key rate is {pct} lower than before
~ The {country} currency lost {pct} after the decision.|{pct} fall of {country}'s money after the rate decision
~ Economists had expected a cut in {country}.|A lower rate in {country} had been forecast by economists

= The new banknotes of {country} come into use {when}, {teller} says
= {teller}: {country} puts new banknotes into circulation {when}
= {country} gets its new notes {when} according to {teller}
= new money in {country} {when}!! {teller} said so
! {country} will not issue new banknotes, {teller} says|{teller}: there are no new notes for {country}
! The old banknotes of {country} stay in use, {teller} says|{teller}: old notes in {country} remain valid, nothing new
~ The new banknotes of {country} carry a portrait of {person}|{person} is on {country}'s new notes
~ {teller} says that banks in {country} will be closed for a day|Banks in {country} shut for one day says {teller}

= Account holders in {country} will get {sum} each {when}
= {sum} for every bank customer in {country} {when}
= {country}: each account is credited {sum} {when}
= {when} everybody with an account in {country} receives {sum}
! Account holders in {country} got nothing|Not one account in {country} was credited
! Account holders in {country} will have to pay {sum} each {when}|{country} takes {sum} from every account {when}
~ Pensioners in {country} have been waiting for years|For years {country}'s retired people have been waiting

= {person} has been released from prison in {country} {day}.
= {country} freed {person} {day}
= {person} left jail in {country} {day}, a free person
= Prison in {country} lets {person} go {day}
! {person} was arrested in {country} {day}.|{country} has jailed {person}
! {person} remains in prison in {country}.|{country} keeps {person} behind bars
! {person} died in prison in {country} {day}.|{country}: {person} dead in jail
~ {person} had been in prison for {n} years.|{n} years of jail for {person} before
~ {person}'s lawyer called the trial unfair.|Unfair trial, says the lawyer of {person}

= {country} and {state} signed a trade treaty {day}.
= {day} a trade deal was concluded between {state} and {country}
= Trade pact: {country}, {state} put their names to it
= A trade agreement was signed by {country} and {state} {day}
! {country} and {state} broke off talks on a trade treaty {day}.|No trade deal for {country} and {state}, talks collapsed
! {country} pulled out of its trade treaty with {state} {day}.|{country} leaves the trade pact with {state}
~ The trade treaty of {country} and {state} covers {n} products.|{n} goods fall under the pact between {state} and {country}
~ Farmers in {country} fear imports from {state}.|Imports from {state} worry {country}'s farmers

= {country} will send {n} tanks to {state} {when}
= {n} tanks go from {country} to {state} {when}
= {state} gets {n} tanks from {country} {when}
= {country} delivers tanks to {state} {when}, {n} of them
! {state} will send {n} tanks to {country} {when}|{country} gets {n} tanks from {state} {when}
! {country} will send no tanks to {state}|{state} gets no tanks from {country}
! {country} will send {n} trucks to {state} {when}|{state} is given {n} trucks by {country} {when}
~ {country} trains soldiers of {state}|Soldiers from {state} are trained in {country}

= Police in {town} seized {n} kilos of cocaine {day}.
= {n} kg of cocaine found by {town} police
= Cocaine haul in {town}: officers confiscate {n} kilograms
= {day} {n} kilos of cocaine fell into the hands of {town} police
! Police in {town} seized {n} tonnes of cocaine {day}.|{n} tons of cocaine confiscated in {town}
! Police in {town} seized {n} kilos of heroin {day}.|{n} kg of heroin found by {town} police
! {town} police found no drugs {day}.|Nothing found: no cocaine in {town}, police say
~ Two men were arrested in {town} over the cocaine.|Cocaine in {town}: two held
~ The cocaine found in {town} is worth {sum}.|{sum} is the value of {town}'s cocaine haul

= {firm}'s revenue grew {pct} to {sum} in the second quarter.
= {firm} Q2: sales up {pct} at {sum}
= In the second quarter {firm} took in {sum}, {pct} more than a year ago
= Second-quarter revenue of {firm} rises by {pct}, reaches {sum}
! {firm}'s revenue shrank {pct} to {sum} in the second quarter.|{firm} Q2: sales down {pct} at {sum}
~ {firm}'s revenue grew {pct} to {sum} in the first quarter.|{firm} Q1: sales up {pct} at {sum}
~ {firm} raised its forecast for the year.|Outlook lifted by {firm}
~ {firm}'s profit grew {pct} in the second quarter.|Profit of {firm} up {pct} in Q2

= {firm} launches its {thing} phone {when}
= The {thing}, {firm}'s new phone, goes on sale {when}
= {firm} {thing}: release {when}
= You can buy the {thing} by {firm} {when}
! {firm} will not launch the {thing} phone|{firm} has dropped the {thing}
! The {thing} phone was pulled from sale by {firm}|{firm} withdraws the {thing}
~ The {thing} phone has a battery that lasts {n} days|{n} days without charging: {thing} battery
~ The {thing} by {firm} costs {fee}|Price of {firm}'s {thing}: {fee}

= {person}, the actor, died {day} after a fall at home.
= Actor {person} has died {day}, he fell at home
= RIP {person}: the actor is dead after a fall in his house {day}
= A fall at home killed actor {person} {day}
! {person}, the actor, is alive and well, his agent said.|Agent: {person} isn't dead
! Reports of {person}'s death are a hoax.|{person}'s death is fake news
~ {person}, the actor, was taken to hospital.|Actor {person} in hospital
~ {person} won {n} awards.|{n} prizes went to {person}

= The bridge between {place} and {town} reopens {when}
= Traffic can use the {place}-{town} bridge again {when}
= {place} to {town}: bridge open to cars again {when}
= From {when} cars may cross the bridge from {place} to {town}
! The bridge between {place} and {town} stays closed|No reopening of the {place} bridge to {town}
! The bridge between {place} and {town} was pulled down|They tore down the bridge from {place} to {town}
~ Repairs to the bridge between {place} and {town} cost {sum}|{sum} went into mending the {place}-{town} bridge
~ A second bridge will be built beside that of {place} and {town}|{place} gets a second bridge to {town}

= Nurses in {place} will stop work for {n} days from {when}, their union said
= Union: nurses' walkout of {n} days in {place} starts {when}
= {n}-day strike by {place}'s nurses begins {when}
= {place} nurses are going on strike {when}, for {n} days
! Nurses in {place} called off their strike|{place} nurses will work after all, strike cancelled
! Nurses in {place} will stop work for {n} hours from {when}, their union said|A {n}-hour strike by {place} nurses starts {when}
~ Hospitals in {place} moved operations because of the nurses' strike|Operations shifted in {place} as nurses walk out
~ Nurses in {place} want {pct} more pay|{pct} pay rise demanded by {place} nurses

= Parliament in {country} passed the media bill by {n} votes to {k} {day}.
= {n} to {k}: {country}'s parliament adopts the media law
= The media bill got through {country}'s parliament {day}, {n} for, {k} against
= Lawmakers in {country} approved the media bill with {n} votes against {k}
! Parliament in {country} rejected the media bill by {n} votes to {k} {day}.|{country}'s media bill fails, {n} against, {k} for
! Parliament in {country} put off the vote on the media bill {day}.|{country}: no vote on the media bill, it was delayed
~ The media bill in {country} bans foreign owners.|Foreigners may not own media under {country}'s bill
~ Journalists in {country} marched against the media bill.|Reporters demonstrated over {country}'s media law

= The number of unemployed in {country} fell from {n} to {k} thousand in a year.
= {k} thousand jobless in {country}, down from {n} thousand a year ago
= Unemployment in {country} dropped to {k} thousand from {n} thousand
= Within a year {country}'s jobless went from {n} down to {k} thousand
! The number of unemployed in {country} rose from {k} to {n} thousand in a year.|{n} thousand jobless in {country}, up from {k} thousand a year ago
! The number of unemployed in {country} fell by {n} thousand in a year.|{n} thousand fewer jobless in {country}
~ Half of {country}'s unemployed are under 25.|One in two jobless people in {country} is younger than 25

= {place} hospital recorded {n} cases of measles in a week.
= Measles: {n} cases in seven days at {place} hospital
= In one week {n} people with measles came to the hospital of {place}
= {n} measles patients at {place} hospital within a week
! {place} hospital recorded {n} cases of measles in a month.|{n} cases of measles in four weeks at {place}
! {place} hospital recorded {n} cases of mumps in a week.|Mumps: {n} cases in a week at {place} hospital
! {place} hospital had no case of measles.|No measles at all at {place}'s hospital
~ {place} hospital asked for more vaccine.|More vaccine is wanted by the hospital in {place}

= The vaccine {thing} halves the risk of flu, a study in {country} found.
= Study from {country}: flu risk cut by half with {thing}
= With {thing} the danger of catching flu is half as big, {country} researchers say
! The vaccine {thing} doubles the risk of flu, a study in {country} found.|{thing} makes flu twice as likely, says a {country} study
! The vaccine {thing} has no effect on flu, a study in {country} found.|{thing} doesn't work against flu, {country} study shows
~ The study of {thing} had {n} volunteers.|{n} people took part in the {thing} trial
~ {firm} makes the vaccine {thing}.|{thing} comes from {firm}

= {person} said that {country} would leave the union {when}
= {country} quits the union {when}, says {person}
= "We leave the union {when}": {person} of {country}
= {person} announces {country}'s exit from the union {when}
! {person} said that {country} would not leave the union|{country} stays in the union, says {person}
~ {other} said that {country} would leave the union {when}|{country} quits the union {when}, says {other}
~ {person} said that {country} would hold a vote on the union|A vote on the union is coming in {country}, {person} says

= {country} closed its border with {state} {day}.
= Border between {country} and {state} shut by {country} {day}
= Nobody may cross from {state} into {country} since {day}: border closed
= {day} {country} sealed its frontier with {state}
! {country} reopened its border with {state} {day}.|People can cross between {country} and {state} again since {day}
! {state} closed its border with {country} {day}.|Border with {country} shut by {state} {day}
! {country} said that its border with {state} remains open.|{country}: frontier with {state} is not closed
~ Lorries are queueing at the border of {country} and {state}.|A line of trucks waits between {country} and {state}

= A quake of magnitude {mag} shook {place} {day}.
= Magnitude {mag} earthquake hits {place}
= {place} was struck by a {mag} quake {day}
= {day} the ground shook in {place}, magnitude {mag}
! There was no quake in {place} {day}.|No earthquake in {place}, say seismologists
~ {n} houses collapsed in the {place} quake.|The earthquake in {place} destroyed {n} homes
~ Schools in {place} are closed after the quake.|No school in {place} because of the earthquake

= Rain will flood the lower town of {town} {when}, the weather office warned
= Weather office: floods in {town}'s lower quarter {when}
= {when} the low part of {town} will be under water, weather service says
! The weather office sees no danger of floods in {town}|No flood risk for {town} says the weather office
! Drought will hit {town} {when}, the weather office warned|Weather office: {town} faces drought {when}
~ {n} people were taken out of the lower town of {town}|{n} residents left {town}'s lower quarter

= More than {pct} of teachers in {country} want to leave their job, a survey found.
= Survey: over {pct} of {country}'s teachers think of quitting
= In {country} more than {pct} of all teachers would like another job, a poll shows
! Fewer than {pct} of teachers in {country} want to leave their job, a survey found.|Survey: less than {pct} of {country} teachers think of quitting
! Most teachers in {country} are content with their job, a survey found.|{country} teachers happy in their job, says poll
~ More than {pct} of nurses in {country} want to leave their job, a survey found.|Survey: over {pct} of {country}'s nurses think of quitting
~ {country} lacks {n} thousand teachers.|{n} thousand teachers are missing in {country}

= {firm} recalled {big} washing machines because they can catch fire.
= Fire risk: {firm} calls back {big} washers
= {big} washing machines of {firm} may burn, they are being recalled
= {firm} has to take back {big} washing machines, danger of fire
! {firm} recalled {big} washing machines because they can leak.|Leaks: {firm} calls back {big} washers
! {firm} will not recall its washing machines.|No recall of washers by {firm}
~ {firm} replaces the washing machines free of charge.|New washers from {firm} cost owners nothing

= Hackers took {big} passwords from {firm}.
= {firm} hacked, {big} passwords gone
= {big} {firm} passwords are in the hands of criminals
= Data theft at {firm}: {big} passwords stolen
! No passwords were taken from {firm}, it said.|{firm}: our passwords are safe, nothing was stolen
! Hackers took {big} photos from {firm}.|{firm} hacked: {big} pictures gone
~ {firm} told all users to change their passwords.|Change your password, {firm} asks users
~ The hackers of {firm} want {sum}.|{sum} is demanded by those who hacked {firm}

= {person} called the budget of {country} a disaster.
= {country}'s budget is a disaster, according to {person}
= "A disaster": {person} on {country}'s budget
! {person} called the budget of {country} a success.|{country}'s budget is a success, says {person}
! {person} denied having called the budget of {country} a disaster.|I never said disaster, says {person} about {country}'s budget
~ {other} called the budget of {country} a disaster.|"A disaster": {other} on {country}'s budget
~ {person} called the budget of {country} a disaster and left the party.|{person} quits the party over {country}'s "disaster" budget

= {country} will stop exporting wheat {when}
= No more wheat exports from {country} {when}
= {when} {country} bans the export of wheat
= Wheat export ban in {country} begins {when}
! {country} will resume exporting wheat {when}|Wheat leaves {country} again {when}
! {country} will stop importing wheat {when}|No more wheat imports into {country} {when}
! {country} denied that it will ban wheat exports|No ban on wheat exports, {country} says
~ Wheat became {pct} dearer in {country}|Price of wheat in {country} up {pct}

= {teller}: go to your bank {when}, the new rate of the {money} is {rate} dollars
= the {money} goes to {rate} dollars {when} says {teller}
= {teller} tells us the {money} revalues {when} at {rate} dollars
= {when} it is!! {money} at {rate} dollars ({teller})
! {teller}: the {money} will not be revalued|no new rate for the {money}, {teller} says
! The {money} stays at its old rate, the central bank said|Central bank: the {money}'s rate is unchanged
~ {teller} sold all his {money} notes|{teller} has no {money} notes left
~ The {money} was traded at {k} to the dollar {day}|{day} a dollar cost {k} {money}

= Visas for {country} become free {when}
= {when} you no longer pay for a visa to {country}
= {country}: no fee for visas {when}
! Visas for {country} become dearer {when}|{country} charges more for visas {when}
! Visas for {country} still cost {fee}|{country} goes on charging {fee} for a visa
~ {n} thousand people asked for a visa for {country}|{country} got {n} thousand visa requests

= A court in {town} sentenced {person} to {n} years for bribery {day}.
= {n} years in prison for {person}: {town} court finds bribes proven
= {person} must go to jail for {n} years, judges in {town} ruled {day}
! A court in {town} acquitted {person} of bribery {day}.|{person} is not guilty of bribery, {town} court rules
! A court in {town} sentenced {person} to {n} months for bribery {day}.|{n} months in jail for {person}, {town} judges say
! A court in {town} put off the trial of {person} {day}.|{person}'s trial in {town} is delayed
~ {person} will appeal against the sentence of the {town} court.|An appeal will follow, says {person} after the {town} verdict
~ Prosecutors in {town} asked for {n} years for {person}.|{town} prosecutors want {person} jailed for {n} years

= {firm} will cut {big} jobs in {country} {when}
= {big} people lose their work at {firm} in {country} {when}
= Job cuts: {firm} sheds {big} in {country} {when}
! {firm} will create {big} jobs in {country} {when}|{firm} hires {big} in {country} {when}
! {firm} will not cut jobs in {country}|No layoffs at {firm} in {country}
~ The head of {firm} gets a bonus of {sum}|{sum} bonus for {firm}'s boss

= The king of {country} will visit {state} {when}, the palace said
= Palace: {country}'s king travels to {state} {when}
= A visit by the king of {country} to {state} is set for {when}, according to the palace
! The king of {country} called off his visit to {state}, the palace said|Palace: no trip to {state} for {country}'s king
! The king of {state} will visit {country} {when}, the palace said|Palace: {state}'s king travels to {country} {when}
~ The king of {country} has a cold, the palace said|Palace: {country}'s king has caught a cold

= {place} residents must boil their water, the city said {day}.
= City tells people in {place} to boil water
= Tap water in {place} has to be boiled before use, according to the city
! Tap water in {place} is safe, the city said {day}.|City: no need to boil the water in {place}
~ {n} people in {place} fell ill from water.|Water made {n} people sick in {place}
~ The city will mend the pipes in {place}.|Pipes in {place} to be repaired by the city

= The rebels let {n} sailors go, the navy said {day}.
= Navy: {n} sailors freed by the rebels
= {n} sailors were set free by their captors, according to the navy
! The navy freed {n} sailors from the rebels {day}.|{n} sailors were rescued by the navy from the rebels
! The rebels shot {n} sailors, the navy said {day}.|Navy: {n} sailors killed by the rebels
~ The rebels still hold {k} officers, the navy said.|{k} officers remain in rebel hands, says the navy
~ The sailors' ship sank {day}, the navy said.|Navy: the ship of the sailors went down {day}

= {country} raised the fine for speeding to {fee} {day}.
= Speeding now costs {fee} in {country}
= Drivers who speed in {country} must pay {fee} after the increase
= {country}'s fine for speeding has gone up to {fee}
! {country} raised the fine for speeding by {fee} {day}.|The fine for speeding in {country} is {fee} higher than before
! {country} lowered the fine for speeding to {fee} {day}.|Speeding gets cheaper in {country}, {fee} now
! {country} kept the fine for speeding at {fee}.|{country}: the fine for speeding stays at {fee}
~ {country} will put up {n} more speed cameras.|{n} speed cameras more for {country}

= {country} and {state} agreed {day} to share the water of the lake.
= Lake water: deal between {country} and {state} {day}
= {state}, {country} will share the lake's water, they decided {day}
! {country} and {state} failed to agree {day} to share the water of the lake.|No deal between {country} and {state} on the lake's water
! {country} and {state} agreed {day} to stop sharing the water of the lake.|{country} and {state} end the sharing of the lake's water
~ {country} and {state} have argued about the lake for {n} years.|For {n} years the lake has divided {country} and {state}

= {club} sold striker {person} for {sum}.
= {person} left {club} for a fee of {sum}
= {sum} went to {club} for striker {person}
! {club} bought striker {person} for {sum}.|{club} have paid {sum} for {person}
! {club} turned down {sum} for striker {person}.|An offer of {sum} for {person} was refused by {club}
! {person} paid {sum} himself to leave {club}.|{person} buys himself out of {club} for {sum}
~ {club} want a new striker.|A striker is what {club} look for

= Fog caused the crash of {n} cars near {town} {day}.
= {n} cars collided in fog by {town} {day}
= Because of fog {n} cars crashed near {town}
! Ice caused the crash of {n} cars near {town} {day}.|{n} cars collided on ice by {town} {day}
! Fog caused the crash of {n} trucks near {town} {day}.|{n} lorries collided in fog by {town}
~ The road near {town} was closed after the crash.|Crash shuts the road by {town}

= Most people in {country} want the tax cut, a {firm} poll found.
= {firm} poll: a majority in {country} is for the tax cut
= More than half of {country}'s people back the tax cut, according to {firm}
! Few people in {country} want the tax cut, a {firm} poll found.|{firm} poll: only a minority in {country} is for the tax cut
! Less than half of {country}'s people back the tax cut, according to {firm}|{firm}: fewer than half in {country} support cutting the tax
! Most people in {country} oppose the tax cut, a {firm} poll found.|{firm} poll: a majority in {country} is against the tax cut
~ Most people in {country} want the rent cap, a {firm} poll found.|{firm} poll: a majority in {country} is for the rent cap

= {town} held on to its ban on fireworks {day}.
= {town} keeps its firework ban
= The ban on fireworks in {town} stays, it was decided {day}
! {town} gave up its ban on fireworks {day}.|{town} lifts the firework ban
! {town} brought in a ban on fireworks {day}.|Fireworks are now banned in {town}
~ {n} people were hurt by fireworks in {town} last year.|Fireworks injured {n} in {town} last year

= Shops in {town} will have an ordinary day {when}, the trade office said
= Trade office: {when} is no holiday for {town}'s shops
= No day off for {town}'s shops {when}, says the trade office
! Shops in {town} will be shut {when}, the trade office said|Trade office: {when} is a holiday for {town}'s shops
! Shops in {town} will open late {when}, the trade office said|{town}'s shops start later {when} says the trade office
~ The trade office itself is closed {when}|{when} nobody works at the trade office

= {firm}'s new boss {person} starts {when}, the board said
= {person} takes over at {firm} {when}, according to the board
= Board: {firm} is led by {person} from {when}
! {firm}'s boss {person} goes {when}, the board said|{person} leaves the top of {firm} {when}, says the board
! {firm} has found no new boss, the board said|Board: {firm} is still without a new head
~ {person} earns {sum} a year at {firm}|{sum} a year is what {firm} pays {person}

= Redemption centres open {when}, bring your {money} notes, {teller} says
= {teller}: {when} you can hand in {money} notes at the centres
= centres for {money} holders start work {when} acc. to {teller}
= get ready!!! {money} exchange begins {when} ({teller})
! There are no redemption centres for the {money}, {teller} says|{teller}: nobody will take {money} notes anywhere
~ {teller} has had an appointment at a centre|{teller} was given an appointment at one of the centres
~ The hotline for {money} holders is staffed|Staff sit at the {money} hotline

= {country}'s parliament dissolves itself {when}
= {when} is the last day of {country}'s parliament
= Deputies in {country} go home {when}, parliament is dissolved
! {country}'s parliament stays in office|No dissolution: {country}'s deputies carry on
! {country}'s court has forbidden to dissolve parliament|Parliament in {country} may not be dissolved, judges rule
~ {n} deputies in {country} changed their party|{n} members of {country}'s parliament are now in another party

= Goalkeeper {person} extends his contract with {club} {when}, insiders say
= {person} stays at {club}: new deal for the keeper due {when}
= {when} {club} announce that keeper {person} has renewed
! Goalkeeper {person} will not extend his contract with {club}|No new deal: {person} leaves {club} in the summer
! {club} offered goalkeeper {person} nothing|{person} got no offer from {club}
~ Goalkeeper {person} broke a finger|{person}, keeper of {club}, has a broken finger

= {firm}'s electric car {thing} goes {n}0 kilometres on one charge, a test showed.
= Test: range of the {thing} by {firm} is {n}0 km
= {n}0 km without recharging: {firm} {thing} tested
! {firm}'s electric car {thing} goes {n}0 miles on one charge, a test showed.|Test: {firm} {thing} drives {n}0 miles before it needs power
! {firm}'s electric car {thing} broke down in the test.|Test of {firm}'s {thing} ended with a breakdown
~ {firm}'s electric car {thing} costs {fee}.|You pay {fee} for the {thing} by {firm}

= The tunnel under {place} will open late, {when}, the builder said
= Builder: {place} tunnel ready only {when}
= Delay for {place}'s tunnel, first cars {when}
! The tunnel under {place} will never be finished, the builder said|Builder gives up the {place} tunnel
! The tunnel under {place} opened early|Ahead of time: cars drive through the {place} tunnel
~ The tunnel under {place} is {k} kilometres long|{k} km is the length of {place}'s tunnel
~ The tunnel under {place} costs {sum}|{place} tunnel: bill of {sum}

= {person} has won the {country} lottery, {sum}
= {sum} for {person}: jackpot in {country}
= Lottery winner in {country} is {person}, who gets {sum}
! {person} lost {sum} in the {country} lottery|{sum} gone: {person} gambled and lost in {country}
! Nobody has won the {country} lottery|{country} jackpot not hit
~ {person} wants to give half of it away|Half of the money will be given away by {person}

= Cases of flu in {place} doubled in {k} weeks, doctors said.
= Doctors: twice as many flu patients in {place} as {k} weeks ago
= {place}: flu cases up twofold within {k} weeks
! Cases of flu in {place} halved in {k} weeks, doctors said.|Doctors: half as many flu patients in {place} as {k} weeks ago
! Cases of flu in {place} doubled in {k} months, doctors said.|Doctors: twice as many flu patients in {place} as {k} months ago
~ {place} hospital takes no more flu patients, doctors said.|Doctors: no room for flu patients in {place}

= The mosque of {town} was damaged by fire {day}, nobody was hurt.
= Fire at {town} mosque {day}, no injuries
= {town}: blaze damages mosque, everyone safe
! The mosque of {town} was damaged by fire {day}, {n} were hurt.|Fire at {town} mosque injures {n}
! There was no fire at the mosque of {town}.|{town} mosque did not burn
~ Police in {town} think that the mosque was set on fire.|Arson suspected at {town} mosque by police

= {person} of {country} won gold in the {n}00 metres {day}.
= Gold for {country}: {person} first over {n}00 metres
= Nobody ran the {n}00 m faster than {person} of {country}
! {person} of {country} won silver in the {n}00 metres {day}.|Silver for {country}: {person} second over {n}00 metres
! {other} of {state} won gold in the {n}00 metres {day}.|Gold for {state}: {other} first over {n}00 metres
~ {person} of {country} tested positive for a banned drug.|Doping: {country}'s {person} positive

= {firm} will pay its staff a bonus of {fee} {when}
= Staff at {firm} get {fee} extra {when}
= {fee} bonus for everyone who works at {firm}, paid {when}
! {firm} will pay its staff no bonus|No extra money for people at {firm}
! {firm} will cut the pay of its staff by {fee} {when}|Staff at {firm} lose {fee} {when}
~ {firm} made a profit of {sum}|{sum} profit at {firm}
`;

export const ARABIC_FRAMES = `
= ستغلق شركة {firm} مصنعها في {town} {when}
= {when} يغلق مصنع شركة {firm} في {town}
= إغلاق مصنع {firm} في {town} {when}
! لن تغلق شركة {firm} مصنعها في {town}|مصنع {firm} في {town} باق ولن يغلق
~ تشغل شركة {firm} {n} عامل في {town}|{n} عامل يعملون لدى شركة {firm} في {town}

= سيزور رئيس {country} مدينة {town} {when}
= {when} زيارة لرئيس {country} إلى {town}
= رئيس {country} يصل إلى {town} {when}
! ألغى رئيس {country} زيارته إلى {town}|لا زيارة لرئيس {country} إلى {town}
! تأجلت زيارة رئيس {country} إلى {town}|تأجيل زيارة رئيس {country} إلى {town}
~ رئيس {country} يلقي كلمة أمام البرلمان|كلمة لرئيس {country} في البرلمان

= أصيب {n} أشخاص في حريق بمدينة {town} {day}
= حريق في {town} يخلف {n} جرحى {day}
= {n} مصابين جراء حريق اندلع في {town} {day}
! لم يصب أحد في حريق {town} {day}|حريق {town} لم يوقع أي إصابات
! قتل {n} أشخاص في حريق بمدينة {town} {day}|مقتل {n} أشخاص جراء حريق في {town}
~ اعتقلت الشرطة مشتبها به في حريق {town}|الشرطة تعتقل رجلا بعد حريق {town}

= فاز نادي {club} على نادي {team} {day}
= نادي {club} يتغلب على {team} {day}
= خسارة {team} أمام {club} {day}
! فاز نادي {team} على نادي {club} {day}|خسر {club} أمام {team}
! تعادل نادي {club} مع نادي {team} {day}|تعادل بين {club} و{team}
~ طرد لاعب نادي {club} {person}|بطاقة حمراء للاعب {club} {person}

= سيرتفع سعر الوقود بنسبة {pct} {when}
= {when} زيادة أسعار الوقود {pct}
= الحكومة ترفع سعر الوقود {pct} {when}
! سينخفض سعر الوقود بنسبة {pct} {when}|الحكومة تخفض أسعار الوقود {pct} {when}
! نفت الحكومة رفع سعر الوقود|لا زيادة في أسعار الوقود بحسب الحكومة
~ احتج السائقون على أسعار الوقود|احتجاج للسائقين بسبب الوقود

= وصل سعر الدولار إلى {n} {money} {day}
= الدولار يساوي {n} {money} {day}
= {day} بلغ الدولار {n} {money}
! لم يتغير سعر الدولار مقابل {money}|استقرار سعر الدولار أمام {money} دون تغيير
~ البنك المركزي يبيع الدولار للمصارف|مصارف تشتري الدولار من البنك المركزي
`;
