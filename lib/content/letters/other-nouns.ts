/**
 * Words that are named by letter: "vitamin A", "host B", "points A and C", "Klasse B". A word that may itself stand for an
 * option (statement, approach, method, item) is not in this list.
 */
const words = `
abbildung absatz abschnitt account acheteur achse acid acide acido acreedor activity adversary aereo agent
agonist aircraft airfield airline airport airspace airway aisle alice allegato allele allergen alloy alternator
amostra amplifier andén anexo angle angolo anhang anlage annex annexe annexure annuity anode antagonist antenna
antibody antigen antitoxin apartment appendix applicant arbeitgeber arbeitnehmer arc archivo area arm army arrow arquivo array arrendador
article articolo artigo artikel artículo asset assignee assignor atom atome atomo attachment attacker attribute
auction aufgabe author auto automaton avion avião avión axiom axis axle azienda bacterium bag bahnsteig bailleur
ball ballot band bande bank barco barrel base basis batch bateria batería batteria batterie battery bay beacon
beaker beam bearing becken bed beklagter beneficiary berth betrieb bezirk bidder bill bin binario bit block
blood blutgruppe board bobina bobine body boiler bolt bomba bond bone book booklet booster booth borough
borrower bottle bowl box boîte bracket branch brand breaker breed bridge broker bucket buffer build building
bundle buoy burner bus busbar button buyer bâtiment cabin cabinet cable cabo cache caisse caixa caja calle
camada camera campione capa capacitance capacitor capacity capitolo capítulo car card carga carica carnet carné
carpeta carrier cart carteira cartella carton cask catalyst categoria category categoría cathode catégorie
cavity cavo cell cerchio cercle certificate certification chain chamber channel chapitre chapter charge chart
checkpoint cheese chord chromosome chunk cidade cipher circle circuit città city ciudad clarinet clase class
classe clause clef client cliente clinic clone closet cloud cluster coach colleague kollege nachbar neighbour codec codon cohort coil coin
collection colonna colonne colony column columna coluna commit committee company compartment competitor compito
component componente composant compound comprador compratore compressor computer condensador condensateur
condensatore condutor conducteur conductor cone conjunto constituency consumer contactor container continent contract
contractor contrat contrato contratto controller convenuto conveyor corda corde core corollary corpo corps
corpus couche council counter country county coupon court coverage cow cpu crate creditor creditore credor crew
crossing crystal créancier cube cuerda cuerpo cup currency curva curve customer cyclist cylinder câble círculo côté
dam database dataset datei dealer debitore debtor deed defendant demandado demandante demandeur department depot
desk deudor devedor device diode director directory dish disk district division dock domain door dose
dossier dough drawer dreieck drive driver drone drug drum duct débiteur défendeur easement ebene ecke economy
edge edificio edition ejercicio electrode electron element elevator employee empresa enclosure endpoint engine
enrutador ensaio ensayo ensemble entity entreprise entry environment enzima enzym enzyme epatite epic equipe
equipo ereignis esfera essai estado estrela estrella etapa event evento executor exercice exercise exhibit exit
exon experiment facteur factor factory fahrzeug faktor family fase fator fattore feature feder feed feeder ferry
fiber fibre fichier field figure fil fila file filial filiale filo filter finger fio firewall firm firma flag
flap flask fleet flight flip-flop flock floor flugzeug fläche flüssigkeit folder fonction footing force forest
fork form founder frage fragment frame franchise frequency función function fund funktion funzione função
furnace fuse führerschein galaxy garden gas gate gateway gaz gear gebiet gene generator genotype genre genus
gerade gesellschaft gesellschafter getriebe giocatore gleis globulin gläubiger gpu grade grantee grantor grape
graph grid gripe grippe group groupe grupo gruppe gruppo gás habilitação haemophilia hangar haplotype harbour
hash haus head heap heir helicopter helix hemophilia hepatite hepatitis herd hilo hipótese hipótesis hopper
hormon hormona hormone hormônio horn hose hospedeiro hospital host house hub hyperplane hypervisor hypothese
hypothesis hypothèse hépatite hôte image immunoglobulin index inductor influenza inhibitor inquilino inset
insieme instance insulation insurance insured insurer interface interferon intersection intron investment investor invoice
ion ione ipotesi island isomer isotope jar job jogador joint joueur judge jugador junction kabel kapitel
kategorie keg kernel kessel key keyspace kiln kiosk kiste klasse kläger knoten koffer komponente kondensator
kreis kugel kunde kundin kurs käufer körper label lado ladung lager lake lamp lampada lampe land landlord lane
latch lathe lato lattice laufwerk launcher lawyer language layer league learner lecteur lega leiter leitung lemma lender
lens lesion level licence license lien liga ligament ligand ligne ligue line linea linha linie link liquid
liquide liquido list livello load loan locador localizer locataire locatore lock locker locus loop lorry lot
lámpara lâmpada línea líquido macchina machine major manager manifold map market masa maschine mass massa masse
mast matrice matrix matriz menge mesh message metal metall metallo microservice mieter milestone mineral minor
mirror mixture mode model modem modul module modulo mola molecola molecule molekül molla molécula molécule
monitor monomer moon mortgagee mortgagor moteur motor motore motorist mountain movement muestra muscle mutex
máquina métal módulo namespace nation nave navio navire nerve network netz netzwerk neuron niveau nivel node
nodo nonce nota note nucleus nut nível nó nœud object objekt objet objeto obligor octave office oggetto orbit
ordner ore organ ormone oscillator outlet oven pacchetto paciente package packet pacote paese page paket pallet
pan pane panel paper paquet paquete paragraph paragraphe parameter parcel parent part parte particle partie
partition partner party parágrafo patch patente path pathogen patient patientin payload pays paziente país peak
pedestrian peer pendulum pension peptide permesso permis permiso permit person persona personne pessoa phase
phenotype phone pianeta pier pila pile pilha pilot pin pipe pipeline piston placebo plaintiff plan plane planet
planeta plant planète plasmid plate platform player plot pod point policy polygon polymer pompa pompe ponto pool
population port porta porte portfolio pot prefix pregunta premium preset primer principal printer priority probe
procedure proceso process processo processor processus prodotto producer product producto produit produkt produto profile
progetto program programme project projet projeto propeller protein proteina proteína protocol protocole
protocolo protokoll protéine prova provider province proxy proyecto prozess prédio publisher puerta pulse pump
pumpe punkt punto pupil pyramid párrafo quadrant quai quay question queue quota rack rad rail ramp rating raum
ray reactant reactor reagent realm receipt receiver receptor receta rechner recipe record rectangle red rede
regal regiment region regione register região región relation relay release replica replicate repository
reservoir resistencia resistor resistore resorte resource ressort rete riga river road robot rock rohr role room
roteador route router routeur routine rover row rua rue runner runway région réseau réservoir résistance réu
saite sala salle salt sample satellite sauce scatola scene schalter schedule schema schicht schiff school
schuldner screen seat sección section sector security segment seite seller semaphore semester senator sender
sensor sequence serbatoio serie series serotype serum server serveur service servidor session set severity
sezione seção sfera shaft shard share shareholder fahrer radfahrer shelf shift ship shop side siding signal signature silo site
slab slit slot sociedad sociedade società société socket solid sommet sostanza spalte spannung species specimen
speed sphere sphère spieler sponsor spouse spring sprint spule squad squadra squadron square staat stadt
staff staffel stage staircase stakeholder stall standard star state station stato stella step stern stock stoff
store storey strain strand stratum straße stream strecke street streptococci streptococcus string strom student
stufe sub-clause sub-part subclass subcontractor subgroup subnet subparagraph subpart subscriber subsection
subset subsidiary substance substância subtype subunit suceso suite superclass superficie superfície supergroup
supertype supplier surface survey sustancia swarm switch säure série tab tabelle table tableau tablet tag tank
tanque tarea tarefa tariff task taste tasto taxiway teacher team tecla teil template tenant tendon teorema
terminal terminus testator theorem thread théorème ticket tier tile tipo tissue tom ton tonart tono topic tor
touche tower town toxin track tract trailer train trait tram tranche transaction transformer transistor
transmitter tray treatment tree trem tren treno trial triangle triangolo tribe triángulo triângulo truck trumpet
trunk truss trustee tube tumour tunnel turbine typ type tyre tâche tür uncertainty unidad unit university
unternehmen urn user vaccine valley valve valvola vanne variabile variable variant variety variável vecteur
vector vehicle vehículo veicolo vektor vendedor vendeur venditore vendor ventil ventricle verkäufer vermieter
version versuch vertex vertice vertrag vessel vetor vettore veículo vial victim view village ville virus visa
vitamin vitamina vitamine vlan voice volume voter válvula véhicule vértice wagen wagon wallet ward warehouse
warrant wave waveform wavelength waypoint weld werk wheel widerstand winding wine wing winkel wire witness
wohnung worker workspace yard zeile zelle zeuge zona zone zug ácido ángulo átomo ângulo échantillon équipe étape
état étoile événement íon
`;
const singular = new Set(words.split(/\s+/).filter((word) => word !== ""));

/** "O fornecedor B", "le vendeur A": who or what does something, in languages of which no list is complete. */
const ofTrade = /(?:[aei]dor|[aei]dora|a[st]ore|a[st]eur|atrice)$/;

const irregular: Readonly<Record<string, string>> = {
  vertices: "vertex",
  matrices: "matrix",
  indices: "index",
  people: "person",
  children: "child",
};

/** How many things of this list `word` names: one, several, or null where it is not in the list. */
export function countOfThings(word: string): "one" | "several" | null {
  const lower = word.toLowerCase();
  if (singular.has(lower) || ofTrade.test(lower)) return "one";
  const forms = [
    irregular[lower] ?? "",
    lower.replace(/s$/, ""),
    lower.replace(/(?:es|en|n|e|i)$/, ""),
    lower.replace(/ies$/, "y"),
    lower.replace(/i$/, "o"),
    lower.replace(/ões$/, "ão"),
    lower.replace(/ns$/, "m"),
  ];
  if (forms.some((form) => singular.has(form))) return "several";
  // German writes its nouns together: "Führerscheinklasse".
  const tails = /^\p{Lu}\p{Ll}{7,}$/u.test(word) ? [4, 5, 6, 7, 8, 9].map((size) => lower.slice(-size)) : [];
  return tails.some((tail) => tail.length < lower.length && singular.has(tail)) ? "one" : null;
}
