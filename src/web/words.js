// What the office tells names commands of the terminal: here a button does it, or whoever runs the Werkstatt.
const buttons = { 'freigeben --wird-oeffentlich': 'Öffentlich freigeben', aufnehmen: 'Sitzung aufnehmen', freigeben: 'Freigeben', ausgeben: 'Vorlagen ausgeben',
	'tagesordnung --bekanntgeben': 'Bekannt geben', niederschrift: 'Niederschrift beginnen', ergebnis: 'Ergebnisse eintragen', abgeben: 'Abgeben',
	quittieren: 'Quittung einlesen', stand: 'Fortschreibung', 'stand --boegen': 'Bögen für die Stellen schreiben', neu: 'Neues Dokument', uebernehmen: 'Datei übernehmen' };
const fields = /--(stichentscheid|zusatz|rolle|sitzung|datum|gremium)\b/g;

export function here(text) {
	let elsewhere = false;
	const now = text.replace(/; Abhilfe nennt ratssatz erklaere \w+\.?/, '').replace(/ oder (?:mit )?--(?:register|inhalt)[^;.]*? nennen/g, '').replace(/„ratssatz ([a-z-]+)([^“]*)“( aufrufen)?/g, (all, command, more, call) => {
		const button = buttons[command + (more.match(/ --[a-z-]+/)?.[0] ?? '')] ?? buttons[more.includes(' --') ? '' : command];
		elsewhere ||= !button;
		return button ? `„${button}“${call ? ' wählen' : ''}` : all;
	}).replace(fields, (_, name) => `„${name[0].toUpperCase()}${name.slice(1)}“`);
	return elsewhere ? `${now} (das macht mit dem Programm ratssatz, wer die Werkstatt betreibt)` : now;
}
