/**
 * Words that make the letters after them no options: "vitamin A", "host B", "points A and C", "Klasse B". A word that
 * may itself stand for an option (statement, approach, method, item) is not in this list: such letters are unclear.
 */
const words = `
host server node router switch client machine computer cluster pod container instance replica region zone site network
subnet vlan segment link interface port bridge tenant account user customer vendor supplier provider company firm team
group squad department class grade plan tier stage phase phase sprint level release version build branch commit figure table
chart appendix annex section chapter part article clause paragraph schedule form exhibit volume book page line row
column cell drive disk partition bucket queue topic thread process task job transaction session chain chunk file folder
directory module package service microservice component object variable parameter register flag bit matrix vector set
subset event point vertex edge angle side triangle circle plane area ball urn box bag bin coin die player person
patient student employee manager worker driver train car truck city town country building room gate door terminal
platform track vitamin hepatitis influenza protein gene allele chromosome strain antigen antibody compound substance
element molecule metal gas liquid mixture tank pump valve resistor capacitor capacitance battery sensor motor lamp
circuit wire coil mass spring particle body planet star note chord key major minor type blood series product brand
store shop warehouse factory hospital school university bank fund stock bond asset currency market seller buyer
plaintiff defendant witness lawyer landlord device phone tablet printer camera drone robot satellite station
university entity party peer sender receiver producer consumer publisher subscriber alice axis block program schema
database index entry record packet frame message layer treatment cohort arm sample variant population species
variety tree plant cow field plot route road street floor wing seat bus flight aisle shelf rack schedule lot batch
graph mesh grid lattice tile triangle rectangle square cube cone cylinder sphere pyramid curve segment ray arc axis
hyperplane manifold kernel basis automaton
attacker victim adversary principal nonce cipher block hash signature share
borough county state nation continent island harbour port lake river mountain peak valley floor suite ward bed clinic
agent broker dealer tenant landlord debtor creditor trustee insurer insured subsidiary parent division branch office
employee supplier contractor subcontractor stakeholder sponsor investor shareholder partner competitor
bearing gear shaft piston cylinder axle wheel tyre beam truss joint weld bolt nut bracket panel slab column footing
aircraft airline airport airfield waypoint airway sector cabin carrier antenna mast transmitter receiver amplifier
oscillator modem codec stream feed socket slot bay shelf tray drawer cabinet closet chamber cavity duct
dose drug placebo vaccine serum tissue organ muscle nerve bone joint ligament tumour lesion fragment primer exon intron
locus genotype phenotype haplotype family tribe breed colony herd flock swarm
protocol question exercise appendix serie series league rating uncertainty certificate theorem lemma corollary axiom hypothesis axiom category genus isomer
receptor enzyme virus bacterium cell neuron nucleus electron atom ion acid base mineral crystal lens mirror filter
waveform pulse transistor diode winding relay breaker fuse rail pipe boiler compressor turbine reactor vessel hose
loan contract policy invoice bill receipt share tranche portfolio index lender borrower
army regiment ship vessel aircraft runway hangar dock lane track platform exit junction intersection quadrant
repository branch fork workspace environment dataset corpus layer head network checkpoint tower monitor screen tab
pane button locker heap pile pot pan bowl cup jar bottle polygon solid
haemophilia hemophilia factor subpart sub-part capacity wallet endpoint namespace domain pool charge force speed signal channel band unit module teacher author
klasse gruppe punkt menge matrix vektor ereignis knoten rechner kunde kundin firma stadt vitamin plan abschnitt anhang
kapitel spalte zeile laufwerk typ person spieler strecke gerade ecke maschine produkt team anlage teil prozess
classe groupe point ensemble matrice vecteur événement nœud serveur client entreprise ville vitamine section annexe
chapitre colonne ligne lecteur type personne joueur machine produit équipe processus vecteur plan sommet
clase grupo punto conjunto vector suceso nodo servidor cliente empresa ciudad vitamina sección anexo capítulo columna
fila unidad tipo persona jugador máquina producto equipo proceso vértice
pregunta ejercicio protocolo serie liga categoría hipótesis teorema contrato enzima receta
grupo ponto conjunto matriz vetor evento nó cidade seção capítulo coluna linha pessoa jogador produto equipe vértice
série liga categoria hipótese teorema contrato
serie lega categoria teorema ipotesi contratto
gruppo punto insieme vettore nodo server cliente azienda città sezione allegato capitolo colonna riga tipo giocatore
macchina prodotto squadra processo vertice nota ton tono tom serie liga protokoll frage aufgabe hypothese kategorie vertrag tabelle abbildung lager werk seite exercice protocole série ligue théorème hypothèse catégorie contrat tableau figure étape
`;

const singular = new Set(words.split(/\s+/).filter((word) => word !== ""));

const irregular: Readonly<Record<string, string>> = {
  vertices: "vertex",
  matrices: "matrix",
  indices: "index",
  dice: "die",
  people: "person",
  children: "child",
};

/** Whether letters behind `word` are the names of such things. */
export function namesOtherThings(word: string): boolean {
  const lower = word.toLowerCase();
  return [
    lower,
    irregular[lower] ?? "",
    lower.replace(/s$/, ""),
    lower.replace(/(?:es|en|n|e|i)$/, ""),
    lower.replace(/ies$/, "y"),
  ].some((form) => singular.has(form));
}
